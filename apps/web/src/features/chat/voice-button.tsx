"use client";
import { Mic, MicOff } from "lucide-react";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";

import { Button } from "@/components/ui/button.tsx";
import { t } from "@/lib/t.ts";

type RecognitionResult = {
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>>;
};
type Recognition = {
  lang: string;
  interimResults: boolean;
  onresult: ((event: RecognitionResult) => void) | null;
  onend: (() => void) | null;
  start: () => void;
  stop: () => void;
};
type SpeechWindow = Window & {
  SpeechRecognition?: new () => Recognition;
  webkitSpeechRecognition?: new () => Recognition;
};

const never = () => () => {};

function canListen(): boolean {
  const speech: SpeechWindow = window;
  const engine = speech.SpeechRecognition ?? speech.webkitSpeechRecognition;
  return engine !== undefined && window.isSecureContext;
}

/** Types what the person says, where the browser can listen; elsewhere it is not shown. */
export function VoiceButton({ onText }: { onText: (text: string) => void }) {
  const able = useSyncExternalStore(never, canListen, () => false);
  const [listening, setListening] = useState(false);
  const recognition = useRef<Recognition | null>(null);
  useEffect(() => () => recognition.current?.stop(), []);
  if (!able) return null;

  const toggle = (): void => {
    if (listening) {
      recognition.current?.stop();
      return;
    }
    const speech: SpeechWindow = window;
    const Engine = speech.SpeechRecognition ?? speech.webkitSpeechRecognition;
    if (Engine === undefined) return;
    const engine = new Engine();
    engine.lang = "pt-BR";
    engine.interimResults = false;
    engine.onresult = (event) => onText(event.results[0]?.[0]?.transcript ?? "");
    engine.onend = () => setListening(false);
    recognition.current = engine;
    setListening(true);
    engine.start();
  };

  return (
    <Button
      look="soft"
      size="icon"
      onClick={toggle}
      aria-pressed={listening}
      aria-label={t(listening ? "voice.stop" : "voice.start")}
    >
      {listening ? (
        <MicOff aria-hidden="true" className="text-urucum" />
      ) : (
        <Mic aria-hidden="true" />
      )}
    </Button>
  );
}

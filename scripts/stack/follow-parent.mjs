// Preloaded into the server and the web: ends them when what started them is gone, kill -9 included.
const parent = process.ppid;
const patienceMs = 12_000;

const timer = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(timer);
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), patienceMs).unref();
}, 400);
timer.unref();

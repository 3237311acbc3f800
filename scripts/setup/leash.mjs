/**
 * Loaded ahead of a child's own code: when whoever started it is gone, killed even, the child ends as if it had been told to.
 */
const patienceMs = 45_000;

process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), patienceMs).unref();
});
process.channel?.unref();

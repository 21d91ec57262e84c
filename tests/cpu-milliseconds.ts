/** CPU time that this process has used: what a bound on hostile input is about, whatever else the machine is doing. */
export function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

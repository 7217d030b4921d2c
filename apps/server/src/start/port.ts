import net from 'node:net'

/** Asks for the port before anything else is made: a first start would else work for a while only to say that it cannot listen. */
export async function demandPort(port: number, host: string): Promise<void> {
  if (port === 0) return
  await new Promise<void>((done, fail) => {
    const server = net.createServer().once('error', (error: NodeJS.ErrnoException) => fail(sayPort(error, port, host)))
    server.listen(port, host, () => server.close(() => done()))
  })
}

/** The error of listening as a sentence that names the remedy. */
export function sayPort(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE') return new Error(`Port ${port} is taken by another program (perhaps by Guildhall itself). Set PORT to another one.`)
  if (error.code === 'EACCES') return new Error(`This user may not listen on port ${port}. Set PORT to one above 1023.`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return new Error(`This machine has no address "${host}". Set HOST to one that it has, or 0.0.0.0.`)
  return error
}

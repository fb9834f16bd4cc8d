// Preloaded into the web server: when the launcher is killed, its channel breaks and the server must not go on holding the port.
process.on('disconnect', () => process.exit(1))

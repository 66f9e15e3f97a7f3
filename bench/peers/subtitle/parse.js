// Times the npm package "subtitle" on a file in memory: parse.js FILE SECONDS, as the parse.cpp of ours.
const { readFileSync } = require('fs')
const { parseSync } = require('subtitle')

const text = readFileSync(process.argv[2], 'utf8')
const seconds = Number(process.argv[3])
const used = () => { const t = process.cpuUsage(); return (t.user + t.system) / 1e6 }
const times = []
let found = 0
const begin = used()
while (times.length < 3 || used() - begin < seconds) {
  const start = used()
  found = parseSync(text).length
  times.push(used() - start)
}
times.sort((a, b) => a - b)
const median = times[Math.floor(times.length / 2)]
console.log(JSON.stringify({ name: 'subtitle (npm)', seconds: median, bytes: Buffer.byteLength(text), found }))

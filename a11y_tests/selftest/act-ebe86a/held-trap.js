let held = false
const hold = id => { if (held) document.getElementById(id).focus() }
const leave = event => {
  if (event.key.toLowerCase() === 'q' && event.ctrlKey) {
    held = false
    document.getElementById('end').focus()
  }
}

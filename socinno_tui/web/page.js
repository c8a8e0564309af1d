// Without this file the page works by its forms. With it the page brings itself up to date, keeps
// what is typed, and sends what could not be sent, once.
(() => {
const by = id => document.getElementById(id)
const main = document.querySelector("main"), form = by("send"), field = by("text")
const words = main.dataset, base = words.base, draft = "socinno" + base

// The draft is kept under the page's address, and each idea on its way under a name below that.
let kept = {}
try {
  localStorage.x = 1
  delete localStorage.x
  kept = localStorage
} catch (refused) {}
const queue = () => Object.keys(kept).filter(key => key.startsWith(draft + "/")).sort()
const idea = key => kept[key].replace(/^.*\n/, "")
const type = text => {
  if (text) field.value = field.value.trim() ? field.value + "\n" + text : text
  if (field.value) kept[draft] = field.value
  else delete kept[draft]
}

let isLost, drawn
const line = (into, kind, text) =>
  Object.assign(into.appendChild(document.createElement(kind)), {textContent: text, dir: "auto"})
const draw = () => {
  if (field.value) form.hidden = false
  by("left").textContent = field.value.length > 400 ? field.value.length + "/500" : ""
  by("net").textContent = isLost && words.moment !== "closed" ? words.lost : ""
  const ideas = queue().map(idea).reverse(), now = isLost + ideas.join("\n\n")
  if (drawn === now) return
  drawn = now
  by("queue").textContent = ""
  for (const text of ideas) {
    const item = line(by("queue"), "li", "")
    item.className = "going"
    line(item, "p", isLost ? words.later : words.busy).className = "state"
    line(item, "p", text)
  }
}
const lost = now => {
  isLost = now
  draw()
}

// A fresh page is laid over this one: what stays the same keeps its focus, and a finger its button.
const lay = (old, fresh, keepsSaid) => {
  if (old.nodeType > 1) {
    if (old.data !== fresh.data) old.data = fresh.data
    return
  }
  if (keepsSaid && old.id === "said") return
  for (const {name} of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name)
  for (const {name, value} of fresh.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value)
  }
  if (old === field || old.id === "queue") return
  const ids = [...fresh.children].map(child => child.id)
  for (const child of [...old.children]) if (!ids.includes(child.id)) child.remove()
  let at = old.firstChild
  for (const child of [...fresh.childNodes]) {
    if (at && at.nodeName === child.nodeName && at.id === child.id) {
      lay(at, child, keepsSaid)
      at = at.nextSibling
    } else old.insertBefore(child, at)
  }
  while (at) {
    const next = at.nextSibling
    at.remove()
    at = next
  }
}
const show = (html, isAnswer) => {
  const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("main[data-base]")
  if (fresh) lay(main, fresh, !isAnswer && fresh.dataset.moment === words.moment)
  draw()
}

// One request at a time: an older answer never comes over a newer one.
let turn = Promise.resolve()
const ask = (path, body) => turn = turn.then(async () => {
  const stop = new AbortController(), timer = setTimeout(() => stop.abort(), 1e4)
  try {
    const method = body ? "POST" : "GET"
    const answer = await fetch(path, {method, body, signal: stop.signal})
    const {status, headers} = answer
    return {status, html: await answer.text(), wait: headers.get("Retry-After") * 1e3}
  } catch (unreachable) {
    return {status: 0}
  } finally {
    clearTimeout(timer)
  }
})
const post = async (of, more) => {
  const fields = new URLSearchParams(new FormData(of))
  for (const name in more) fields.set(name, more[name])
  fields.set("part", 1)
  const answer = await ask(of.getAttribute("action"), fields)
  // A phone that is not known any more gets to know the page anew.
  if (answer.status === 403) look(base)
  return answer
}
let soon
const look = async path => {
  const {status, html, wait} = await ask(path)
  if (status === 200) show(html)
  else if (status === 403 && path !== base) look(base)
  else if (wait) soon = setTimeout(look, wait, path)
}

// The oldest first. What got no answer goes again, with growing pauses; it is the same sending still.
let isSending, next, pause = 0, until = 0
const send = async () => {
  if (isSending || Date.now() < until) return
  clearTimeout(next)
  isSending = true
  for (let key; (key = queue()[0]);) {
    const text = idea(key), topic = kept[key].split("\n")[0]
    const {status, html, wait} = await post(form, {sending: key.split("/").pop(), topic, text})
    const isIn = status === 200
    if (isIn || [400, 409, 413, 422].includes(status)) {
      // Another window may have been told so first.
      const isOurs = key in kept
      delete kept[key]
      if (!isIn && isOurs) type(text)
      pause = 0
      lost(false)
      show(html, true)
      const state = document.querySelector("#own .state"), said = by("said")
      if (isIn && state && !said.textContent) said.textContent = state.textContent
    } else {
      pause = Math.min(3e4, pause * 2 || 1e3)
      until = wait && Date.now() + wait
      next = setTimeout(() => {
        until = 0
        send()
      }, wait || pause * (.5 + Math.random()))
      by("said").textContent = ""
      lost(!status || status > 499)
      break
    }
  }
  isSending = false
}
form.onsubmit = event => {
  event.preventDefault()
  const text = field.value.trim()
  if (!text) return
  const signs = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(12))))
  const sending = signs.replace(/\+/g, "-").replace(/\//g, "_")
  kept[draft + "/" + Date.now() + "/" + sending] = form.elements.topic.value + "\n" + text
  field.value = ""
  field.oninput()
  send()
}
field.oninput = () => {
  type("")
  draw()
}
main.onclick = async event => {
  const button = event.target.closest("button[form]")
  if (!button) return
  event.preventDefault()
  const {status, html} = await post(button.form, {[button.name]: button.value})
  if (status === 429) Object.assign(by("said"), {className: "refused", textContent: html})
  else if (status) show(html, true)
  else listen()
}

// The room says when something changed. A phone that slept, or was out of reach, listens anew.
let stream, again, counted
const listen = () => {
  clearTimeout(again)
  if (stream) stream.close()
  stream = new EventSource(base + "/stream")
  stream.onopen = () => {
    lost(false)
    send()
  }
  stream.onmessage = ({data}) => {
    const [version, count] = data.split(" ")
    const isNews = version !== words.version || count !== counted && main.querySelector(".waits")
    if (by("count")) by("count").textContent = count
    counted = count
    clearTimeout(soon)
    if (isNews) soon = setTimeout(look, Math.random() * 300, base + "/part")
  }
  stream.onerror = () => {
    lost(true)
    if (words.moment === "closed") stream.close()
    // Refused rather than lost: the browser would leave it at that.
    else if (stream.readyState === 2) again = setTimeout(listen, 5e3 * (1 + Math.random()))
  }
}
const wake = () => {
  if (document.hidden) return
  listen()
  send()
}
addEventListener("online", wake)
addEventListener("pageshow", event => event.persisted && wake())
document.addEventListener("visibilitychange", wake)
addEventListener("storage", ({key, oldValue, newValue}) => {
  if (key === draft && field.value === (oldValue || "")) field.value = newValue || ""
  draw()
})

document.documentElement.className = "js"
if (!field.value) field.value = kept[draft] || ""
// What was typed at an earlier door, and never arrived, is not lost: it goes back in the field.
for (const key of Object.keys(kept)) {
  const [own, code, time] = key.split("/")
  if (own === "socinno" && "/" + code !== base) {
    type(time ? idea(key) : kept[key])
    delete kept[key]
  }
}
draw()
wake()
})()

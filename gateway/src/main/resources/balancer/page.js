'use strict';

const data = '/actuator/balancer';
const notice = document.getElementById('notice');
const gone = document.getElementById('gone');
const cards = new Map();

const time = micros => micros >= 1000 ? `${(micros / 1000).toFixed(1)} ms` : `${micros} µs`;

function ago(since) {
  const seconds = Math.max(0, Math.round((Date.now() - new Date(since)) / 1000));
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7200) return `${Math.floor(seconds / 60)} min`;
  return `${Math.floor(seconds / 3600)} h`;
}

async function control(name, state) {
  try {
    const response = await fetch(`${data}/${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ state }),
    });
    notice.textContent = response.ok ? `${name}: ${state}` : await response.text();
  } catch (failure) {
    notice.textContent = `${name} is as it was, the gateway does not respond: ${failure.message}`;
  }
  await refresh();
}

function card(name) {
  const made = document.getElementById('server').content.cloneNode(true).firstElementChild;
  made.querySelectorAll('button').forEach(button =>
    button.addEventListener('click', () => control(name, button.dataset.state)));
  document.getElementById('servers').append(made);
  cards.set(name, made);
  return made;
}

function show(server, enabled) {
  const at = cards.get(server.name) ?? card(server.name);
  const set = (field, text) => { at.querySelector(`.${field}`).textContent = text; };
  at.className = server.state;
  set('name', server.name);
  set('state', server.state.toLowerCase().replace('_', ' '));
  set('reason', `${server.reason}, for ${ago(server.since)}`);
  set('rate', server.rate.toFixed(1));
  set('p50', time(server.p50Micros));
  set('p99', time(server.p99Micros));
  ['inFlight', 'requests', 'errors', 'retries', 'ejections', 'address'].forEach(field => set(field, server[field]));
  set('weight', server.weight + (server.standby ? ', standby' : ''));
  at.querySelectorAll('button').forEach(button => { button.disabled = !enabled; });
}

async function refresh() {
  try {
    const response = await fetch(data);
    if (!response.ok) throw new Error(`status ${response.status}`);
    const pool = await response.json();
    gone.textContent = '';
    document.getElementById('instance').textContent = pool.instance;
    document.getElementById('pool').textContent =
      `${pool.algorithm.toLowerCase().replaceAll('_', '-')}, ${pool.mode.toLowerCase().replaceAll('_', '-')}`
      + (pool.panic ? '. PANIC: every server is ejected, all are tried.' : '')
      + (pool.control ? '' : '. Control is disabled: foobar.gateway.admin.password is not set.');
    pool.servers.forEach(server => show(server, pool.control));
    const names = new Set(pool.servers.map(server => server.name));
    cards.forEach((at, name) => {
      if (!names.has(name)) {
        at.remove();
        cards.delete(name);
      }
    });
  } catch (failure) {
    gone.textContent = `The gateway does not respond, this is what it said last: ${failure.message}`;
  }
}

refresh();
setInterval(refresh, 1000);

// htmx replaces the picture every two seconds; this says whether it does, and stops it on request.
(() => {
  const LATE_AFTER_MS = 6000;
  const picture = document.getElementById("infrastructure");
  const liveness = document.getElementById("liveness");
  const pause = document.getElementById("pause");
  if (!window.htmx || !picture) {
    return;
  }

  let drawnAt = Date.now();
  let failed = false;
  let paused = false;

  const show = () => {
    const late = failed || Date.now() - drawnAt > LATE_AFTER_MS;
    const state = paused ? "paused" : late ? "late" : "live";
    if (picture.dataset.state === state) {
      return;
    }
    const time = document.getElementById("as-of").textContent;
    liveness.textContent = {
      live: "Live: drawn anew every two seconds.",
      late: `Not live: the site does not respond. This is how things were at ${time}.`,
      paused: `Paused at ${time}.`,
    }[state];
    picture.dataset.state = state;
    liveness.dataset.state = state;
    pause.textContent = paused ? "Go on" : "Pause";
  };

  picture.addEventListener("htmx:beforeRequest", (event) => {
    if (paused) {
      event.preventDefault();
    }
  });
  picture.addEventListener("htmx:afterSwap", () => {
    drawnAt = Date.now();
    failed = false;
    show();
  });
  for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout", "htmx:swapError"]) {
    picture.addEventListener(failure, () => {
      failed = true;
      show();
    });
  }
  pause.addEventListener("click", () => {
    paused = !paused;
    drawnAt = Date.now();
    show();
  });
  pause.hidden = false;
  setInterval(show, 1000);
  show();
})();

(function () {
  "use strict";
  var ID = 0, OUTCOME = 1, TRUST = 2, WORKER = 3, BEGAN = 4, SETUP = 5, CALL = 6, TEARDOWN = 7,
    LEAN = 8, COMMANDS = 9, RESTARTS = 10, MEMORY = 11, MESSAGE = 12, PLACE = 13, FAILURE = 14,
    CACHED = 15, RERUNS = 16;
  var CHUNK = 200;
  var root = document.documentElement;

  function el(name, attributes, children) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
      if (key === "text") made.textContent = attributes[key];
      else made.setAttribute(key, attributes[key]);
    });
    (children || []).forEach(function (one) { made.append(one); });
    return made;
  }

  function duration(seconds) {
    if (seconds < 0.0995) return (seconds * 1000).toFixed(seconds >= 0.00995 ? 0 : 1) + " ms";
    if (seconds < 59.95) return seconds.toFixed(seconds < 9.995 ? 2 : 1) + " s";
    var whole = Math.round(seconds), hours = Math.floor(whole / 3600);
    var minutes = Math.floor(whole / 60) % 60;
    return hours ? hours + " h " + minutes + " min" : minutes + " min " + (whole % 60) + " s";
  }

  function plural(number, noun) {
    return number.toLocaleString("en") + " " + noun + (number === 1 ? "" : "s");
  }

  function theme() {
    var inputs = document.querySelectorAll("input[name=theme]");
    inputs.forEach(function (input) {
      input.checked = input.value === (root.dataset.theme || "auto");
      input.addEventListener("change", function () {
        if (input.value === "auto") delete root.dataset.theme;
        else root.dataset.theme = input.value;
        try { localStorage.setItem("pytest-lean-theme", input.value); } catch (error) { /* none */ }
      });
    });
  }

  // Lines of a page that are filtered by a search alone: each says what it is found by.
  function searchable() {
    document.querySelectorAll("input[data-filters]").forEach(function (input) {
      var lines = Array.from(document.querySelectorAll(input.dataset.filters));
      var texts = lines.map(function (one) { return one.textContent.toLowerCase(); });
      var told = document.getElementById(input.dataset.tells);
      function apply() {
        var terms = input.value.toLowerCase().split(/\s+/).filter(Boolean), left = 0;
        lines.forEach(function (one, index) {
          one.hidden = !terms.every(function (term) { return texts[index].includes(term); });
          left += !one.hidden;
        });
        told.textContent = terms.length ? left + " of " + lines.length : "";
      }
      input.addEventListener("input", apply);
    });
  }

  function runPage(data) {
    var rows = data.rows, form = document.getElementById("filters");
    var search = document.getElementById("search"), trust = document.getElementById("trust");
    var worker = document.getElementById("worker"), found = document.getElementById("found");
    var table = document.getElementById("table"), body = table.tBodies[0];
    var more = document.getElementById("more"), next = document.getElementById("next");
    var rest = document.getElementById("rest");
    var chips = Array.from(form.querySelectorAll("input[name=outcome]"));
    var texts = rows.map(function (row) { return (row[ID] + "\n" + row[MESSAGE]).toLowerCase(); });
    // Counts what was shown anew, so that rows that are still being drawn for what was shown before
    // are drawn no further.
    var shown = [], drawn = 0, turn = 0, drawing = -1, sort = { by: "began", down: false };

    function all(row) { return row[SETUP] + row[CALL] + row[TEARDOWN]; }

    var keys = {
      outcome: function (row) { return row[OUTCOME]; },
      id: function (row) { return row[ID]; },
      trust: function (row) { return row[TRUST]; },
      worker: function (row) { return row[WORKER]; },
      began: function (row) { return row[BEGAN]; },
      lean: function (row) { return row[LEAN]; },
      seconds: all
    };

    function wanted() {
      var terms = search.value.toLowerCase().split(/\s+/).filter(Boolean);
      var outcomes = chips.filter(function (chip) { return chip.checked; })
        .map(function (chip) { return data.outcomes.indexOf(chip.value); });
      var checked = trust.value ? data.trusts.indexOf(trust.value) : -1;
      var where = worker && worker.value ? data.workers.indexOf(worker.value) : -1;
      return rows.map(function (_, index) { return index; }).filter(function (index) {
        var row = rows[index];
        return (!outcomes.length || outcomes.includes(row[OUTCOME]))
          && (checked < 0 || row[TRUST] === checked)
          && (where < 0 || row[WORKER] === where)
          && terms.every(function (term) { return texts[index].includes(term); });
      });
    }

    function ordered(indexes) {
      var key = keys[sort.by], sign = sort.down ? -1 : 1;
      return indexes.sort(function (one, two) {
        var a = key(rows[one]), b = key(rows[two]);
        return a === b ? one - two : (a < b ? -sign : sign);
      });
    }

    function state(row) {
      var word = data.outcomes[row[OUTCOME]];
      return el("span", { "class": "state s-" + word.replace(" ", "-") }, [
        el("span", { "class": "sign", "aria-hidden": "true", text: data.signs[row[OUTCOME]] }),
        " " + word
      ]);
    }

    function line(index) {
      var row = rows[index];
      var button = el("button", { type: "button", "aria-expanded": "false" },
        [el("bdi", { text: row[ID] })]);
      var name = el("td", { "class": "id" }, [button]);
      if (row[MESSAGE]) name.append(el("span", { "class": "what", text: row[MESSAGE] }));
      var usesLean = row[TRUST] !== data.trusts.length - 1;
      var made = el("tr", { "data-index": index }, [
        el("td", {}, [state(row)]),
        name,
        el("td", { "class": usesLean ? "muted" : "muted nil", text: usesLean ? data.trusts[row[TRUST]] : "–" }),
        el("td", { "class": "muted wide", text: data.workers[row[WORKER]] || "–" }),
        el("td", { "class": "num muted wide", text: row[BEGAN].toFixed(2) }),
        el("td", { "class": usesLean ? "num" : "num nil", text: usesLean ? duration(row[LEAN]) : "–" }),
        el("td", { "class": "num", text: duration(all(row)) })
      ]);
      button.addEventListener("click", function () { toggle(made, button, row); });
      return made;
    }

    function detail(row) {
      var pairs = [["place", row[PLACE]], ["fixtures", duration(row[SETUP])],
        ["test", duration(row[CALL])], ["end of fixtures", duration(row[TEARDOWN])]];
      if (row[COMMANDS]) pairs.push(["commands", String(row[COMMANDS])]);
      if (row[MEMORY]) pairs.push(["most memory of Lean", row[MEMORY].toFixed(0) + " MiB"]);
      if (row[RESTARTS]) pairs.push(["restarts of Lean", String(row[RESTARTS])]);
      if (row[RERUNS]) pairs.push(["run again", String(row[RERUNS])]);
      if (row[CACHED]) pairs.push(["verdict", "kept from an earlier run"]);
      var list = el("dl", {}, pairs.map(function (pair) {
        return el("div", {}, [el("dt", { text: pair[0] }), el("dd", { text: pair[1] })]);
      }));
      if (row[FAILURE] >= 0) {
        list.append(el("div", { "class": "whole" },
          [el("a", { href: "#f" + row[FAILURE], text: "What is wrong" })]));
      }
      return el("tr", { "class": "detail" }, [el("td", { colspan: "7" }, [list])]);
    }

    function toggle(made, button, row) {
      var isOpen = button.getAttribute("aria-expanded") === "true";
      button.setAttribute("aria-expanded", String(!isOpen));
      made.classList.toggle("open", !isOpen);
      if (isOpen) made.nextElementSibling.remove();
      else made.after(detail(row));
    }

    function draw(count) {
      var part = document.createDocumentFragment(), end = Math.min(shown.length, drawn + count);
      for (; drawn < end; drawn += 1) part.append(line(shown[drawn]));
      body.append(part);
      var left = shown.length - drawn;
      more.hidden = left === 0;
      next.textContent = "Show " + Math.min(CHUNK, left) + " more";
      rest.textContent = "Show all " + left.toLocaleString("en");
      rest.hidden = left <= CHUNK || drawing === turn;
    }

    function update() {
      shown = ordered(wanted());
      body.textContent = "";
      drawn = 0;
      turn += 1;
      var lean = 0, seconds = 0;
      shown.forEach(function (index) { lean += rows[index][LEAN]; seconds += all(rows[index]); });
      found.textContent = shown.length
        ? plural(shown.length, "test") + " in " + duration(seconds) + ", " + duration(lean) + " of it in Lean"
        : (rows.length ? "No test is like that." : "No test was run.");
      table.hidden = !shown.length;
      draw(CHUNK);
    }

    function clear() {
      search.value = "";
      chips.forEach(function (chip) { chip.checked = false; });
      trust.value = "";
      if (worker) worker.value = "";
    }

    function show(index) {
      clear();
      sort = { by: "began", down: false };
      mark();
      update();
      while (drawn < shown.length && shown.indexOf(index) >= drawn) draw(CHUNK);
      var button = body.querySelector('tr[data-index="' + index + '"] button');
      if (button.getAttribute("aria-expanded") === "false") button.click();
      button.scrollIntoView({ block: "center" });
      button.focus({ preventScroll: true });
    }

    function mark() {
      table.querySelectorAll("th[data-sort]").forEach(function (head) {
        if (head.dataset.sort === sort.by) {
          head.setAttribute("aria-sort", sort.down ? "descending" : "ascending");
        } else head.removeAttribute("aria-sort");
      });
    }

    table.querySelectorAll("th[data-sort]").forEach(function (head) {
      head.querySelector("button").addEventListener("click", function () {
        var by = head.dataset.sort, isNumber = by === "lean" || by === "seconds";
        sort = sort.by === by ? { by: by, down: !sort.down } : { by: by, down: isNumber };
        mark();
        update();
      });
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("input", update);
    form.addEventListener("reset", function (event) {
      event.preventDefault();
      clear();
      update();
    });
    next.addEventListener("click", function () { further(CHUNK); });
    rest.addEventListener("click", function () {
      drawing = turn;
      further(CHUNK);
      setTimeout(goOn, 0, turn);
    });

    // Thousands of rows take seconds: drawn one part after another, they keep nobody from reading.
    function goOn(asked) {
      if (asked !== turn || drawn >= shown.length) return;
      draw(CHUNK);
      setTimeout(goOn, 0, asked);
    }

    function further(count) {
      var first = drawn;
      draw(count);
      var row = body.querySelector('tr[data-index="' + shown[first] + '"] button');
      if (row) row.focus();
    }

    document.querySelectorAll("a[data-outcome], a[data-trust]").forEach(function (link) {
      link.addEventListener("click", function () {
        clear();
        chips.forEach(function (chip) { chip.checked = chip.value === link.dataset.outcome; });
        if (link.dataset.trust) trust.value = link.dataset.trust;
        update();
      });
    });
    document.addEventListener("keydown", function (event) {
      var inField = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
      if (event.key === "/" && !inField && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        search.focus();
      }
    });
    mark();
    update();
    timeline(data, show, all);
  }

  function timeline(data, show, all) {
    var lanes = document.getElementById("lanes"), readout = document.getElementById("readout");
    if (!lanes || !data.rows.length) return;
    var tracks = Array.from(lanes.querySelectorAll(".lane"));
    var byLane = tracks.map(function (track) {
      var worker = data.workers.indexOf(track.dataset.worker);
      return data.rows.map(function (_, index) { return index; })
        .filter(function (index) { return data.rows[index][WORKER] === worker; });
    });
    var lane = 0, at = -1;
    lanes.tabIndex = 0;

    function tell() {
      var index = byLane[lane][at], row = data.rows[index];
      tracks.forEach(function (track, number) {
        var cursor = track.querySelector(".cursor");
        cursor.hidden = number !== lane;
        if (number !== lane) return;
        cursor.style.left = "calc(" + 100 * row[BEGAN] / data.seconds + "% - 1px)";
        cursor.style.width = 100 * all(row) / data.seconds + "%";
      });
      readout.textContent = "";
      readout.append(el("b", { text: row[ID] }), " " + data.outcomes[row[OUTCOME]]
        + ", " + data.workers[row[WORKER]] + " at " + row[BEGAN].toFixed(2) + " s, took "
        + duration(all(row)) + (row[LEAN] ? ", " + duration(row[LEAN]) + " in Lean" : ""));
    }

    // The test that runs at a moment, or the one that is nearest to it.
    function nearest(indexes, moment) {
      var best = -1, distance = Infinity;
      indexes.forEach(function (index, place) {
        var row = data.rows[index], end = row[BEGAN] + all(row);
        var off = moment < row[BEGAN] ? row[BEGAN] - moment : Math.max(0, moment - end);
        if (off < distance) { best = place; distance = off; }
      });
      return best;
    }

    tracks.forEach(function (track, number) {
      var box = track.querySelector(".track");
      function point(event) {
        var area = box.getBoundingClientRect();
        var place = nearest(byLane[number], data.seconds * (event.clientX - area.left) / area.width);
        if (place >= 0) { lane = number; at = place; tell(); }
      }
      box.addEventListener("pointermove", point);
      box.addEventListener("click", function (event) {
        point(event);
        if (at >= 0) show(byLane[lane][at]);
      });
    });
    lanes.addEventListener("keydown", function (event) {
      var steps = { ArrowRight: 1, ArrowLeft: -1, PageDown: 20, PageUp: -20 };
      if (event.target !== lanes) return;
      if (event.key === "Enter" && at >= 0) show(byLane[lane][at]);
      else if (event.key in steps) move(lane, at + steps[event.key]);
      else if (event.key === "Home") move(lane, 0);
      else if (event.key === "End") move(lane, Infinity);
      else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        var to = lane + (event.key === "ArrowDown" ? 1 : -1);
        if (!byLane[to] || !byLane[to].length) return;
        var moment = at < 0 ? 0 : data.rows[byLane[lane][at]][BEGAN];
        move(to, nearest(byLane[to], moment));
      } else return;
      event.preventDefault();
    });

    function move(to, place) {
      if (!byLane[to].length) return;
      lane = to;
      at = Math.max(0, Math.min(byLane[to].length - 1, place));
      tell();
    }
  }

  theme();
  searchable();
  var data = document.getElementById("data");
  if (data && document.getElementById("table")) runPage(JSON.parse(data.textContent));
})();

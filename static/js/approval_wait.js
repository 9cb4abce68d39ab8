// On the screen that waits for the approval app: asks every two seconds what came of the request, and sends the page's
// form when the citizen has answered on the device. Without it they choose the form's button.
{
  const place = document.getElementById("approval-wait");
  const form = place?.closest("form");
  const EVERY = 2000;

  const say = (text) => {
    const region = document.getElementById("status");
    region.textContent = "";
    setTimeout(() => { region.textContent = text; }, 100);
  };

  const look = async () => {
    let state = "waiting";
    try {
      const answer = await fetch(place.dataset.state, { credentials: "same-origin" });
      if (answer.ok) ({ state } = await answer.json());
    } catch {
      // No connection just now: the next try may have one.
    }
    if (state === "ready" || state === "answered") form.submit();
    else if (state === "over") say(place.dataset.over);
    else setTimeout(look, EVERY);
  };

  if (form) setTimeout(look, EVERY);
}

// Reloads the page when the preview shows another version of the site.
"use strict";
{
  const version = document.currentScript.dataset.version;
  new EventSource("/-/changes").onmessage = (event) => {
    if (event.data !== version) location.reload();
  };
}

// Decap looks for this while it is read, so it stands in a script before it.
window.CMS_MANUAL_INIT = true;

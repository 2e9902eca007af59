"""The preview on this machine: the site as readers will get it, reloaded on each change."""

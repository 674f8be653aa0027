package fr.hubee.journal.job;

/** All modules of the hub have started: timers may begin. A failed start never fires it, and leaves no timer behind. */
public record HubStarted() {}

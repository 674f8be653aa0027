package fr.hubee.job;

/** All modules of the hub have started: its timers begin. A start that fails never fires it, and leaves no timer behind. */
public record HubStarted() {}

package fr.hubee.desk.watch;

/** The delays of a démarche. */
public record ProcessDelay(String processCode, String processName, WatchDelay delay) {}

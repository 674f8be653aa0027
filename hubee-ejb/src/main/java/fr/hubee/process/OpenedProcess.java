package fr.hubee.process;

/** A démarche that somebody is about to change, as it was when she opened it. */
public record OpenedProcess(String code, long version, ProcessDetails details, ProcessForm form) {}

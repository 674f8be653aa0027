package fr.hubee.directory.process;

/** A démarche opened for a change, with the state that was shown. */
public record OpenedProcess(String code, long version, ProcessDetails details, ProcessForm form) {}

package fr.hubee.kernel.shared;

/** A record that is one value, even with several parts: the journal stores it as its text, not part by part. */
public interface OneValue {}

package fr.hubee.kernel.shared;

/** A record that is one value, however many parts it has: the journal tells it as its text, not part by part. */
public interface OneValue {}

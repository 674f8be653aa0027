package fr.hubee.bundle;

/** Fired in the transaction that keeps a new one. */
record BundleAsked() {}

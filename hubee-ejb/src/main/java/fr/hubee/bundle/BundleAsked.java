package fr.hubee.bundle;

/** Fired in the transaction that creates a bundle. */
record BundleAsked() {}

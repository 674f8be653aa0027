package fr.hubee.desk.bundle;

import java.util.UUID;

/** Fired in the transaction that creates a bundle. */
record BundleAsked(UUID bundle) {}

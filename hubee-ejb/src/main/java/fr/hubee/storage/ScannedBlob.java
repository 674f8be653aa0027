package fr.hubee.storage;

import fr.hubee.antivirus.Verdict;

/** The bytes of a file in the store, and what the antivirus says of them. */
public record ScannedBlob(StoredBlob blob, Verdict verdict) {}

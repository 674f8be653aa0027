package fr.hubee.files.storage;

import fr.hubee.files.scan.Verdict;

/** The bytes of a file in the store, and what the antivirus says of them. */
public record ScannedBlob(StoredBlob blob, Verdict verdict) {}

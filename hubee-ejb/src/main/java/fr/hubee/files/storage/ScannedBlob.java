package fr.hubee.files.storage;

import fr.hubee.files.scan.Verdict;

/** The bytes of a file in the store, and their verdict. */
public record ScannedBlob(StoredBlob blob, Verdict verdict) {}

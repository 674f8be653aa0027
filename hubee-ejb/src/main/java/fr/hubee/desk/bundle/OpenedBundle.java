package fr.hubee.desk.bundle;

import fr.hubee.desk.casework.CaseBundle;
import fr.hubee.files.storage.StoredBlob;
import java.util.List;

/** A bundle that its owner downloads: the ZIP and its contents. */
public record OpenedBundle(String fileName, StoredBlob zip, List<CaseBundle> cases) {}

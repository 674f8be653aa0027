package fr.hubee.bundle;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** A file that goes into a bundle: whose it is, and where its bytes are. What it is called stays with the file. */
@Embeddable
record BundleFile(
        @Column(name = "case_id") UUID caseId,
        @Column(name = "blob_key") String blobKey) {}

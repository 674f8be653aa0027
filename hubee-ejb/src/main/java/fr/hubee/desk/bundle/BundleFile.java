package fr.hubee.desk.bundle;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** A file of a bundle: its case and its blob. The file name stays with the attachment. */
@Embeddable
record BundleFile(
        @Column(name = "case_id") UUID caseId,
        @Column(name = "blob_key") String blobKey) {}

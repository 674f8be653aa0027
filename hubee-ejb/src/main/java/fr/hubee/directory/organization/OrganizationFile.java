package fr.hubee.directory.organization;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The file that a person has checked and not yet imported, one for each person; afterwards, the report of its import. */
@Entity
@Table(name = "organization_file")
class OrganizationFile {
    private static final int LONGEST_NAME = 200;

    @Id
    private String owner;

    private UUID id;

    private String fileName;

    private byte[] content;
    private String report;

    private Instant keptAt;

    OrganizationFile() {}

    OrganizationFile(String owner) {
        this.owner = owner;
    }

    void keep(UUID newId, String name, byte[] bytes, Instant now) {
        var harmless = name == null ? "" : name.replaceAll("\\p{C}", "").strip();
        id = newId;
        fileName = harmless.substring(0, Math.min(harmless.length(), LONGEST_NAME));
        content = bytes.clone();
        report = null;
        keptAt = now;
    }

    /** Marks it as imported, and deletes its content: it is imported once. */
    void isImported(String csv) {
        content = null;
        report = csv;
    }

    UUID id() {
        return id;
    }

    String fileName() {
        return fileName;
    }

    /** Null once it is imported. */
    byte[] content() {
        return content == null ? null : content.clone();
    }

    /** Null before it is imported. */
    String report() {
        return report;
    }
}

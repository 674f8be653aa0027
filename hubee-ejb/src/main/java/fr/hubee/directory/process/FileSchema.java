package fr.hubee.directory.process;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The schema that files of one type of a démarche must follow, as its operator wrote it: XSD or JSON Schema. */
@Entity
@Table(name = "file_schema")
public class FileSchema {
    @EmbeddedId
    private Id id;

    private String sha256;

    private byte[] content;

    FileSchema() {}

    FileSchema(String processCode, String type, byte[] content, String sha256) {
        id = new Id(processCode, type);
        this.content = content;
        this.sha256 = sha256;
    }

    void write(byte[] content, String sha256) {
        this.content = content;
        this.sha256 = sha256;
    }

    String sha256() {
        return sha256;
    }

    byte[] content() {
        return content;
    }

    @Embeddable
    public record Id(String processCode, String type) {}
}

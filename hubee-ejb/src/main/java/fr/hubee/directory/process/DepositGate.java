package fr.hubee.directory.process;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The demands on the files of a démarche that are checked when a folder is completed; not in the API.
 *
 * @param requiredTypes functional types of which every case must receive a file
 * @param schemas « type sha256 » of each type of file that has a schema, in the order of the types
 */
@Embeddable
public record DepositGate(
        @Column(name = "required_types") List<String> requiredTypes,
        @Column(name = "file_schemas") List<String> schemas) {
    static final DepositGate NONE = new DepositGate(List.of(), List.of());

    /** Returns the SHA-256 of the schema of that type, in hexadecimal digits; empty where it has none. */
    public Optional<String> schemaOf(String type) {
        return schemas.stream()
                .filter(each -> typeOf(each).equals(type))
                .findFirst()
                .map(each -> each.substring(type.length() + 1));
    }

    /** Returns the types of files that have a schema. */
    public List<String> typesWithSchema() {
        return schemas.stream().map(DepositGate::typeOf).toList();
    }

    private static String typeOf(String schema) {
        return schema.substring(0, schema.lastIndexOf(' '));
    }

    /** Drops what is about other types: nobody could send such a file. */
    DepositGate within(List<String> types) {
        return new DepositGate(
                requiredTypes.stream().filter(types::contains).toList(),
                schemas.stream().filter(each -> types.contains(typeOf(each))).toList());
    }

    DepositGate requiring(List<String> types) {
        return new DepositGate(types.stream().distinct().sorted().toList(), schemas);
    }

    /** @param sha256 null removes the schema of that type */
    DepositGate withSchema(String type, String sha256) {
        var others = schemas.stream().filter(each -> !typeOf(each).equals(type));
        var own = Stream.ofNullable(sha256).map(digest -> type + " " + digest);
        return new DepositGate(
                requiredTypes, Stream.concat(others, own).sorted().toList());
    }
}

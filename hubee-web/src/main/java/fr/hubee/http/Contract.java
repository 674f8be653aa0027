package fr.hubee.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The contract of an API: the OpenAPI document that the hub serves, and the same for people: a page, and its text as Markdown. */
public enum Contract {
    TELEDOSSIERS("/api", "/openapi", "teledossiers.yaml"),
    REFERENTIAL("/api-referentiel", "/openapi/referential", "referential.yaml"),
    FEED("/api-evenements", "/openapi/feed", "feed.yaml");

    private static final Map<Contract, Text> READ = new ConcurrentHashMap<>();

    private final String page;
    private final String document;
    private final String file;

    Contract(String page, String document, String file) {
        this.page = page;
        this.document = document;
        this.file = file;
    }

    /** The parts of a contract as Markdown. */
    public record Text(String title, String introduction, String contents, String details) {

        public String whole() {
            return "# " + title + "\n\n" + introduction + "## Contents\n\n" + contents + "\n" + details;
        }
    }

    /** Returns the contract whose page, Markdown or document has this address. */
    public static Optional<Contract> at(String path) {
        return Stream.of(values())
                .filter(each ->
                        Stream.of(each.page, each.markdown(), each.document).anyMatch(path::equals))
                .findFirst();
    }

    /** Returns the address of the page. */
    public String page() {
        return page;
    }

    /** Returns the address of the contract as Markdown. */
    public String markdown() {
        return page + ".md";
    }

    /** Returns the address of the OpenAPI document. */
    public String document() {
        return document;
    }

    /** Opens the OpenAPI document. */
    public InputStream open() {
        return Contract.class.getResourceAsStream("/openapi/" + file);
    }

    /** Returns the text, which is made once. */
    public Text text() {
        return READ.computeIfAbsent(this, contract -> new ContractWriter(contract.read()).text());
    }

    JsonNode read() {
        try (var yaml = open()) {
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            return new ObjectMapper().valueToTree(read);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

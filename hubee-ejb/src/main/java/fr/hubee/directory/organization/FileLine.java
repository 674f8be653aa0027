package fr.hubee.directory.organization;

import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.SentCsv;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A line of an organisation file, split into values.
 *
 * @param number as an editor shows it
 * @param problem why it cannot be read; null when it can
 */
record FileLine(int number, OrganizationForm form, String problem) {
    static final int MOST = 50_000;

    /**
     * The non-empty lines after the header.
     *
     * @throws InvalidRequest with a message, when the whole file is invalid
     */
    static List<FileLine> read(InputStream file) {
        var lines = new ArrayList<FileLine>();
        try (var reader = SentCsv.read(file).open()) {
            read(reader, lines);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible); // reads from memory
        }
        if (lines.isEmpty()) {
            throw new InvalidRequest("Le fichier ne contient aucune organisation.");
        }
        return lines;
    }

    private static void read(BufferedReader reader, List<FileLine> lines) throws IOException {
        ImportHeader header = null;
        int number = 0;
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.chars().allMatch(each -> each == ';' || each == ',' || Character.isWhitespace(each))) {
                continue; // a spreadsheet writes separators only for an empty line
            }
            if (header == null) {
                header = ImportHeader.read(line);
                continue;
            }
            if (lines.size() == MOST) {
                throw new InvalidRequest(
                        "Le fichier compte plus de 50 000 organisations : partagez-le en plusieurs fichiers.");
            }
            lines.add(of(number, header, line));
        }
    }

    private static FileLine of(int number, ImportHeader header, String line) {
        var cells = header.cells(line);
        if (cells.isEmpty()) {
            return new FileLine(number, new OrganizationForm(Map.of()), """
                    Un guillemet n’est pas refermé sur cette ligne : une valeur tient sur une seule ligne, et un \
                    guillemet dans une valeur entre guillemets s’écrit deux fois.""");
        }
        var form = form(header.columns(), cells.get());
        int wanted = header.columns().size();
        int found = cells.get().size();
        boolean more = cells.get().stream().skip(wanted).anyMatch(cell -> !cell.isBlank());
        if (found < wanted || more) {
            return new FileLine(
                    number,
                    form,
                    "La ligne compte " + found + " valeurs au lieu de " + wanted
                            + " : une valeur manque, ou une valeur qui contient le séparateur n’est pas entre guillemets.");
        }
        return new FileLine(number, form, null);
    }

    private static OrganizationForm form(List<OrganizationField> columns, List<String> cells) {
        var values = new EnumMap<OrganizationField, String>(OrganizationField.class);
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            values.put(columns.get(i), cells.get(i));
        }
        return new OrganizationForm(values);
    }
}

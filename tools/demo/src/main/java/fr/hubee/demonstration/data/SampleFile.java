package fr.hubee.demonstration.data;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A small valid file: PDF or XML. */
record SampleFile(String name, String type, String mimeType, String text, Charset charset) {

    byte[] bytes() {
        return text.getBytes(charset);
    }

    static SampleFile pdf(String name, String type, String title, List<String> lines) {
        var all = new ArrayList<>(lines);
        all.add("");
        all.add("Document de démonstration, sans aucune valeur.");
        return new SampleFile(name, type, "application/pdf", Pdf.page(title, all), Pdf.CHARSET);
    }

    static SampleFile xml(String name, String type, String root, SampleApplicant applicant, String number) {
        var text = """
                <?xml version="1.0" encoding="UTF-8"?>
                <%1$s numero="%2$s">
                  <demandeur>
                    <nom>%3$s</nom>
                    <prenom>%4$s</prenom>
                  </demandeur>
                  <demonstration>true</demonstration>
                </%1$s>
                """.formatted(root, number, escaped(applicant.lastName()), escaped(applicant.firstName()));
        return new SampleFile(name, type, "application/xml", text, StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

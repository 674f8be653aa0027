package fr.hubee.portal.desk.statistics;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The schema of the public figures (Table Schema of Frictionless Data). */
final class OpenDataSchema {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OpenDataSchema() {}

    static String json() {
        var schema = JSON.createObjectNode()
                .put("$schema", "https://specs.frictionlessdata.io/schemas/table-schema.json")
                .put("name", "hubee-statistiques")
                .put("title", "Statistiques de HubEE par démarche et par mois")
                .put(
                        "description",
                        "Une case est vide quand le nombre est inférieur à cinq, quand il permettrait d’encadrer un nombre inférieur à cinq,"
                                + " quand moins de trois organisations y contribuent, ou une seule pour plus de 85 %."
                                + " Un mois est publié une seule fois.");
        var fields = schema.putArray("fields");
        for (var column : OpenDataFile.COLUMNS) {
            var field = fields.addObject()
                    .put("name", column.title())
                    .put("type", column.type())
                    .put("description", column.description());
            var rules = field.putObject("constraints").put("required", !column.isNumber());
            if (column.isNumber()) {
                rules.put("minimum", 0);
            }
        }
        schema.putArray("primaryKey").add("mois").add("demarche");
        schema.putArray("missingValues").add("");
        return schema.toPrettyString();
    }
}

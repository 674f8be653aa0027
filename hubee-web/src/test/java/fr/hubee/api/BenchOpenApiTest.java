package fr.hubee.api;

import fr.hubee.api.clients.BenchApi;
import fr.hubee.api.clients.BenchRunsJson;
import fr.hubee.api.clients.BenchRunsJson.RunJson;
import fr.hubee.api.clients.BenchRunsJson.ScenarioJson;
import fr.hubee.api.clients.BenchRunsJson.StepJson;
import fr.hubee.api.clients.BenchRunsJson.WantedRunsJson;
import fr.hubee.api.clients.CertificateJson;
import fr.hubee.api.clients.CertificateJson.WantedCertificateJson;
import java.util.Map;
import java.util.Set;

/** The document at {@code /openapi/bench}. */
class BenchOpenApiTest extends OpenApiDocument {

    BenchOpenApiTest() {
        super(
                new BenchApi(),
                "bench.yaml",
                Map.of(
                        "Certificate", CertificateJson.class,
                        "WantedCertificate", WantedCertificateJson.class,
                        "Runs", BenchRunsJson.class,
                        "Run", RunJson.class,
                        "Step", StepJson.class,
                        "Scenario", ScenarioJson.class,
                        "WantedRuns", WantedRunsJson.class),
                Set.of());
    }
}

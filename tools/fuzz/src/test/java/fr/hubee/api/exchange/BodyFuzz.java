package fr.hubee.api.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.hubee.api.directory.OrganizationJson;
import fr.hubee.api.directory.ProcessJson;
import fr.hubee.api.directory.SubscriptionJson;
import fr.hubee.api.exchange.CaseJson.CasePatchJson;
import fr.hubee.api.exchange.CaseJson.CasesMigrationJson;
import fr.hubee.api.exchange.EndpointJson.WantedEndpointJson;
import fr.hubee.api.exchange.EventJson.EventPatchJson;
import fr.hubee.api.exchange.FolderJson.FolderPatchJson;
import fr.hubee.api.http.ApiJson;
import fr.hubee.kernel.shared.InvalidRequest;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.List;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** The JSON of each operation that takes some: read, checked, and handed on as the resources do. The first byte chooses the operation. */
public final class BodyFuzz {
    private static final List<Class<?>> BODIES = List.of(
            FolderJson.class,
            FolderPatchJson.class,
            CasePatchJson.class,
            CasesMigrationJson.class,
            EventJson.class,
            EventPatchJson.class,
            WantedEndpointJson.class,
            OrganizationJson.class,
            ProcessJson.class,
            SubscriptionJson.class);

    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    private BodyFuzz() {}

    public static void read(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        var body = read(BODIES.get((input[0] & 0xFF) % BODIES.size()), input);
        if (body != null && VALIDATOR.validate(body).isEmpty()) {
            try {
                handOn(body);
            } catch (InvalidRequest refused) {
                // that is right
            }
        }
    }

    private static Object read(Class<?> type, byte[] input) throws IOException {
        try {
            return ApiJson.mapper().readValue(input, 1, input.length - 1, type);
        } catch (JsonProcessingException | CharConversionException refused) {
            return null;
        }
    }

    private static void handOn(Object body) throws IOException {
        if (body instanceof FolderJson folder) {
            folder.toNewFolder(null);
        } else if (body instanceof EventJson event) {
            event.toNewCaseEvent(null);
        } else if (body instanceof WantedEndpointJson endpoint) {
            endpoint.codes();
        } else if (body instanceof ProcessJson process) {
            process.toDetails();
        } else if (body instanceof SubscriptionJson subscription) {
            subscription.toDetails();
        }
        ApiJson.mapper().writeValueAsBytes(body); // as the fingerprint of a repeated request
    }
}

package fr.hubee.api.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import fr.hubee.exchange.status.ActionType;
import java.io.IOException;
import java.util.stream.Stream;

/** Reads an action; a published client sends a status instead, which means a status change. */
class ActionTypeReader extends StdDeserializer<ActionType> {
    private static final long serialVersionUID = 1L;

    ActionTypeReader() {
        super(ActionType.class);
    }

    @Override
    public ActionType deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (ActionType) context.handleUnexpectedToken(ActionType.class, json);
        }
        var text = json.getText();
        if (text.equals("ADD_AWAITING")) {
            return ActionType.STATUS_UPDATE;
        }
        var known = Stream.of(ActionType.values())
                .filter(action -> action.name().equals(text))
                .findFirst();
        return known.isPresent()
                ? known.get()
                : (ActionType) context.handleWeirdStringValue(ActionType.class, text, "action");
    }
}

package fr.hubee.portal.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.VariableMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownMethodsTest {
    private static final Object[] NOTHING = {};

    private final ELContext context = new ELContext() {
        @Override
        public ELResolver getELResolver() {
            return null;
        }

        @Override
        public FunctionMapper getFunctionMapper() {
            return null;
        }

        @Override
        public VariableMapper getVariableMapper() {
            return null;
        }
    };

    public record Line(String name) {
        public String failing() {
            throw new IllegalStateException(name);
        }

        public String with(String other) {
            return name + other;
        }
    }

    private Object call(Object base, String method, Object... values) {
        context.setPropertyResolved(false);
        return new KnownMethods().invoke(context, base, method, null, values);
    }

    @Test
    void aMethodWithoutParametersIsCalled() {
        assertEquals("Ada", call(new Line("Ada"), "name", NOTHING));
        assertTrue(context.isPropertyResolved());
    }

    @Test
    void othersAreLeftToTheStandard() {
        call(new Line("Ada"), "with", " et Grace");
        assertFalse(context.isPropertyResolved(), "with a parameter");
        call(new Line("Ada"), "unknown", NOTHING);
        assertFalse(context.isPropertyResolved(), "unknown");
        call(List.of(1), "size", NOTHING);
        assertFalse(context.isPropertyResolved(), "of a class that is not public");
    }

    @Test
    void theFailureOfAMethodIsTheCause() {
        var line = new Line("Ada");
        var told = assertThrows(ELException.class, () -> call(line, "failing", NOTHING));
        assertInstanceOf(IllegalStateException.class, told.getCause());
    }
}

package fr.hubee.desk.statistics;

import fr.hubee.desk.statistics.OpenFigures.OpenMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NoFeasibleSolutionException;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * A reader of all published months of a démarche, who assumes that each empty cell is a number below five, and knows the relations between
 * numbers: a télédossier is received before it is finished or refused, once; it is picked up by an agent or by a software. A solver (the
 * simplex method) returns the bounds of each empty cell.
 */
final class ReaderOfOpenData {
    private static final int CELLS = 5;
    private static final int RECEIVED = 0;

    private final List<OpenMonth> months;
    private final List<Long> cells = new ArrayList<>();
    private final List<LinearConstraint> known = new ArrayList<>();

    ReaderOfOpenData(List<OpenMonth> months) {
        this.months = months;
        for (var month : months) {
            cells.add(month.received());
            cells.add(month.byPerson());
            cells.add(month.bySoftware());
            cells.add(month.finished());
            cells.add(month.refused());
        }
        know();
    }

    private void know() {
        var ends = new double[cells.size()];
        var pickUps = new double[cells.size()];
        for (int month = 0; month < months.size(); month++) {
            int first = month * CELLS;
            ends[first] = pickUps[first] = 1;
            ends[first + 3] = ends[first + 4] = -1;
            pickUps[first + 1] = pickUps[first + 2] = -1;
            know(ends);
            know(pickUps);
            if (months.get(month).byPerson() == null) {
                var row = new double[cells.size()];
                row[first + RECEIVED] = 1;
                row[first + 1] = row[first + 2] = -1;
                know(row); // of one month, too, as long as nothing published shows that it is not so
            }
        }
        for (int cell = 0; cell < cells.size(); cell++) {
            var alone = new double[cells.size()];
            alone[cell] = 1;
            var number = Optional.ofNullable(cells.get(cell));
            known.add(new LinearConstraint(
                    alone, number.isPresent() ? Relationship.EQ : Relationship.LEQ, number.orElse(Disclosure.HIDDEN)));
        }
    }

    /** Adds the fact that the sum is zero or more. */
    private void know(double... factors) {
        known.add(new LinearConstraint(factors.clone(), Relationship.GEQ, 0));
    }

    /** Returns the bounds that are narrower than those of a hidden number, with their cell. */
    List<String> narrowed() {
        var found = new ArrayList<String>();
        for (int cell = 0; cell < cells.size(); cell++) {
            if (cells.get(cell) == null) {
                var bounds = Math.round(bound(cell, GoalType.MINIMIZE)) + " to "
                        + Math.round(bound(cell, GoalType.MAXIMIZE));
                if (!bounds.equals("0 to " + Disclosure.HIDDEN)) {
                    found.add(months.get(cell / CELLS).month() + ", number " + cell % CELLS + ": " + bounds);
                }
            }
        }
        return found;
    }

    private double bound(int cell, GoalType goal) {
        var alone = new double[cells.size()];
        alone[cell] = 1;
        try {
            return new SimplexSolver()
                    .optimize(
                            new MaxIter(10_000),
                            new LinearObjectiveFunction(alone, 0),
                            new LinearConstraintSet(known),
                            goal,
                            new NonNegativeConstraint(true))
                    .getValue();
        } catch (NoFeasibleSolutionException invalid) {
            return -1;
        }
    }
}

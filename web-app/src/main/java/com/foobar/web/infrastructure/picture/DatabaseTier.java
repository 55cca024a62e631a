package com.foobar.web.infrastructure.picture;

import java.util.ArrayList;
import java.util.List;

import com.foobar.web.infrastructure.picture.Canvas.Placed;
import com.foobar.web.infrastructure.picture.Picture.Box;
import com.foobar.web.infrastructure.picture.Picture.Card.Kind;
import com.foobar.web.infrastructure.snapshot.DatabaseNode;
import com.foobar.web.infrastructure.snapshot.Snapshot;

/** Draws the database nodes. */
final class DatabaseTier {

    /** The space below the nodes for the lines of the replication. */
    private static final int REPLICATION = 60;

    private DatabaseTier() {}

    static List<Placed<DatabaseNode>> draw(Canvas canvas, Snapshot snapshot, RequestPath way) {
        ArrayList<Placed<DatabaseNode>> placed = new ArrayList<>();
        int top = canvas.y();
        for (List<DatabaseNode> row : Grid.rows(canvas.format(), snapshot.databases())) {
            List<Box> boxes = Grid.row(canvas.format(), row.size(), canvas.y(), Canvas.THREE_LINES);
            for (int i = 0; i < row.size(); i++) {
                DatabaseNode node = row.get(i);
                boolean onWay = node.name().equals(way.node());
                canvas.card(Kind.DATABASE, boxes.get(i), node.name(),
                        FailoverPhrases.of(node, snapshot.failover()),
                        StatusStyles.position(node), onWay);
                placed.add(new Placed<>(node, boxes.get(i), boxes.get(i), onWay));
            }
            canvas.moveTo(boxes.getFirst().bottom() + REPLICATION + Math.max(0, row.size() - 2) * EdgeShapes.LOWER);
        }
        if (!placed.isEmpty()) {
            canvas.moveTo(canvas.y() - Canvas.PADDING);
            canvas.band(top, "data", "GTID replication");
        }
        return placed;
    }
}

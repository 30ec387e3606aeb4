package io.millrace.infra.load;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** A report as a picture: how many a second, and how long it takes, by how many call at once. All scales are logarithmic. */
final class Plot {

    private static final int WIDE = 420;
    private static final int HIGH = 320;
    private static final int GAP = 70;
    private static final int TOP = 50;
    private static final int LEGEND = 22;
    private static final List<String> COLOURS =
            List.of("#4b5563", "#9333ea", "#94a3b8", "#b45309", "#dc2626", "#0d9488", "#2563eb", "#65a30d");

    private final StringBuilder svg = new StringBuilder();
    private final List<Line> lines;
    private final List<String> whats;

    private Plot(final List<Line> lines) {
        this.lines = lines;
        this.whats = lines.stream().map(Line::what).distinct().toList();
    }

    static String of(final List<Line> lines, final String footnote) {
        return new Plot(lines).draw(footnote);
    }

    private String draw(final String footnote) {
        final int width = 2 * (WIDE + GAP) + GAP / 2;
        final int height = TOP + HIGH + GAP + LEGEND * whats.size() + GAP / 2;
        svg.append(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif' font-size='12'>%n"
                        .formatted(width, height));
        svg.append("<rect width='100%' height='100%' fill='white'/>\n");
        panel(GAP, "a second", List.of(Line::perSecond));
        panel(
                2 * GAP + WIDE,
                "milliseconds: the median, and dashed the 99th percentile",
                List.of(Line::p50, Line::p99));
        for (int i = 0; i < whats.size(); i++) {
            final int y = TOP + HIGH + GAP + i * LEGEND;
            svg.append("<rect x='%d' y='%d' width='14' height='14' fill='%s'/>".formatted(GAP, y - 11, colour(i)));
            text(GAP + 22, y, "start", whats.get(i));
        }
        text(GAP, height - 12, "start", footnote);
        return svg.append("</svg>\n").toString();
    }

    private void panel(final int left, final String title, final List<ToDoubleFunction<Line>> figures) {
        final Scale across =
                Scale.over(lines.stream().mapToDouble(Line::callers).toArray());
        final Scale up = Scale.over(figures.stream()
                .flatMapToDouble(figure -> lines.stream().mapToDouble(figure))
                .toArray());
        text(left, TOP - 20, "start", title);
        for (final double tick : across.ticks()) {
            final double x = left + across.at(tick) * WIDE;
            rule(x, TOP, x, TOP + HIGH);
            text(x, TOP + HIGH + 18, "middle", label(tick));
        }
        for (final double tick : up.ticks()) {
            final double y = TOP + (1 - up.at(tick)) * HIGH;
            rule(left, y, left + WIDE, y);
            text(left - 8, y + 4, "end", label(tick));
        }
        text(left + WIDE / 2.0, TOP + HIGH + 38, "middle", "callers at once");
        for (int figure = 0; figure < figures.size(); figure++) {
            for (int what = 0; what < whats.size(); what++) {
                curve(left, across, up, figures.get(figure), what, figure > 0);
            }
        }
    }

    private void curve(
            final int left,
            final Scale across,
            final Scale up,
            final ToDoubleFunction<Line> figure,
            final int what,
            final boolean dashed) {
        final StringBuilder points = new StringBuilder();
        for (final Line line : lines) {
            if (line.what().equals(whats.get(what))) {
                final double x = left + across.at(line.callers()) * WIDE;
                final double y = TOP + (1 - up.at(figure.applyAsDouble(line))) * HIGH;
                points.append(Report.number("%.1f,", x)).append(Report.number("%.1f ", y));
                svg.append("<circle cx='%s' cy='%s' r='3' fill='%s'/>%n"
                        .formatted(Report.number("%.1f", x), Report.number("%.1f", y), colour(what)));
            }
        }
        svg.append("<polyline fill='none' stroke='%s' stroke-width='2'%s points='%s'/>%n"
                .formatted(
                        colour(what),
                        dashed ? " stroke-dasharray='5 4'" : "",
                        points.toString().strip()));
    }

    private void rule(final double x1, final double y1, final double x2, final double y2) {
        svg.append("<path d='M%s %sL%s %s' stroke='#e5e7eb'/>%n"
                .formatted(
                        Report.number("%.1f", x1),
                        Report.number("%.1f", y1),
                        Report.number("%.1f", x2),
                        Report.number("%.1f", y2)));
    }

    private void text(final double x, final double y, final String anchor, final String text) {
        svg.append("<text x='%s' y='%s' text-anchor='%s' fill='#111827'>%s</text>%n"
                .formatted(
                        Report.number("%.1f", x),
                        Report.number("%.1f", y),
                        anchor,
                        text.replace("&", "&amp;").replace("<", "&lt;")));
    }

    private static String label(final double tick) {
        return tick >= 1 ? Report.number("%,.0f", tick) : Double.toString(tick);
    }

    private static String colour(final int what) {
        return COLOURS.get(what % COLOURS.size());
    }
}

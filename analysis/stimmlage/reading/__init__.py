"""From bytes to sentences: intake, layout, segmentation."""

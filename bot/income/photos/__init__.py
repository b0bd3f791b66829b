"""Reading photos and scans: from pixels to the same words and rows that a PDF gives."""
